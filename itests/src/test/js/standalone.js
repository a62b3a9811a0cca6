// SPDX-License-Identifier: EPL-2.0
'use strict';

/**
 * Pairs hap-controller with one server after the other, reads all that each shows, and keeps the pairings. Prints one line of
 * JSON for each server, which the test that started this process judges; ends with status 1 at the first that fails.
 *
 * Environment: SERVERS (a JSON list of {id, host, port, deviceId}), SETUP_CODE.
 */
const { HttpClient } = require('hap-controller');

const NAME = '00000023-0000-1000-8000-0026BB765291';
const { SERVERS, SETUP_CODE } = process.env;

async function look({ id, host, port, deviceId }) {
  const stranger = new HttpClient(deviceId, host, port);
  await stranger.pairSetup(SETUP_CODE);
  const client = new HttpClient(deviceId, host, port, stranger.getLongTermData(), { usePersistentConnections: true });
  const { accessories } = await client.getAccessories();
  const names = accessories.map((each) => each.services[0].characteristics.find((one) => one.type === NAME).value);
  await client.close();
  await stranger.close();
  console.log(JSON.stringify({ step: id, aids: accessories.map((each) => each.aid), names }));
}

async function main() {
  for (const server of JSON.parse(SERVERS)) {
    await look(server);
  }
}

main().then(
  () => process.exit(0),
  (failure) => {
    console.error(failure);
    process.exit(1);
  }
);
