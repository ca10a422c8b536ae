# The explorer alone; the graph is a Neo4j server beside it (docker-compose.yml).

FROM python:3.12-slim AS build
WORKDIR /src
COPY requirements.lock ./
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY . .
RUN /venv/bin/python -m web.vendor \
 && /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.12-slim
RUN useradd --create-home --uid 10001 onrecord && install -d -o onrecord /archive
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 ONRECORD_ARCHIVE=/archive
USER onrecord
VOLUME /archive
EXPOSE 8000
# Inside a container loopback reaches nobody; compose publishes the port on the host's loopback.
CMD ["onrecord", "serve", "--host", "0.0.0.0", "--behind-login"]
