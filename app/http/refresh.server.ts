import type { HeadersFunction } from '@remix-run/node'

/** Lets a page come again by itself in a second, without script: its loader answers with these headers. */
export const AGAIN_SOON = { Refresh: '1' }

/** For a page whose loader may ask for it to come again. */
export const refreshing: HeadersFunction = ({ loaderHeaders }) =>
  new Headers([...loaderHeaders].filter(([name]) => name === 'refresh'))
