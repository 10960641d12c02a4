# Built with everything, run with what it needs. Node 24 comes with the lockfile, so that the image's own only starts npm.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production DATABASE_FILE=/data/overgang.sqlite PORT=3000
COPY --from=build /app/package.json /app/server.ts ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/build build
COPY --from=build /app/app app
COPY --from=build /app/db db
COPY --from=build /app/scripts scripts
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health').then(({ ok }) => process.exit(ok ? 0 : 1))"]
# Not through npm, so that stopping the container stops the server and not only its parent.
CMD ["node_modules/.bin/node", "server.ts"]
