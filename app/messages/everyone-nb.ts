import catalog from './everyone-nb.json' with { type: 'json' }

export { catalog }
