import catalog from './everyone-nn.json' with { type: 'json' }

export { catalog }
