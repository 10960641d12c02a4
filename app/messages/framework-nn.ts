import catalog from './framework-nn.json' with { type: 'json' }

export { catalog }
