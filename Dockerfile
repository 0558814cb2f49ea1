# The command line in a container: docker run --rm -v "$PWD:/code" veo-audit audit
FROM node:20-slim AS build
WORKDIR /build
COPY . .
RUN npm ci && npm run build

FROM node:20-slim
RUN apt-get update && apt-get install --yes --no-install-recommends git && rm -rf /var/lib/apt/lists/* \
  && git config --system --add safe.directory /code
COPY --from=build /build/dist /opt/veo-audit/dist
COPY --from=build /build/package.json /build/LICENSE /opt/veo-audit/
RUN ln -s /opt/veo-audit/dist/cli.js /usr/local/bin/veo-audit && chmod +x /opt/veo-audit/dist/cli.js
USER node
WORKDIR /code
ENTRYPOINT ["veo-audit"]
