import catalog from './renewal-en.json' with { type: 'json' }

export { catalog }
