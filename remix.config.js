/**
 * What Remix is told, in the one file where one looks for it; vite.config.ts hands it to the plugin.
 * Single fetch and lazy route discovery stay off: both have open advisories in 2.17.
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    v3_singleFetch: false,
    v3_lazyRouteDiscovery: false,
  },
}
