import catalog from './everyone-en.json' with { type: 'json' }

export { catalog }
