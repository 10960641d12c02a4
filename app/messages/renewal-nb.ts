import catalog from './renewal-nb.json' with { type: 'json' }

export { catalog }
