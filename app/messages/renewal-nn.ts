import catalog from './renewal-nn.json' with { type: 'json' }

export { catalog }
