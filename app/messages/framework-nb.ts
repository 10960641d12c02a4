import catalog from './framework-nb.json' with { type: 'json' }

export { catalog }
