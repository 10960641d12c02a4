import catalog from './framework-en.json' with { type: 'json' }

export { catalog }
