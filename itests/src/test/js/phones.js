// SPDX-License-Identifier: EPL-2.0
'use strict';

/**
 * Phones that run until they are ended, each a hap-controller. Reads one order a line, JSON with `order` and the `bridge`
 * that it is for (`id`, `host`, `port`, `code`), and answers each with one line: `done`, or what has failed.
 *
 * pair: pairs and stays connected. guess: pairs with a wrong code. knock: pairs, is removed, and goes on trying with
 * its old key. stall: asks for the accessories again and again on the connection of `pair`, and reads nothing any more.
 */
const { createInterface } = require('node:readline');
const { setInterval } = require('node:timers');
const { HttpClient } = require('hap-controller');

const KNOCK_MILLIS = 500;
const ASKED = 60;
const LIST = Buffer.from('GET /accessories HTTP/1.1\r\nHost: bridge\r\n\r\n');
const WRONG = '111-22-444';

const paired = new Map();

function connect({ id, host, port }, pairing) {
  return new HttpClient(id, host, port, pairing, { usePersistentConnections: true });
}

async function pair(bridge) {
  const client = connect(bridge);
  await client.pairSetup(bridge.code);
  const phone = connect(bridge, client.getLongTermData());
  await client.close();
  await phone.getAccessories();
  paired.set(bridge.id, phone);
  return phone;
}

async function guess(bridge) {
  await connect(bridge)
    .pairSetup(WRONG)
    .then(
      () => Promise.reject(new Error('the wrong code was taken')),
      () => {}
    );
}

async function isRefused(client) {
  return client.getAccessories().then(
    () => Promise.reject(new Error('it may still enter')),
    () => true
  );
}

async function knock(bridge) {
  const phone = await pair(bridge);
  const pairing = phone.getLongTermData();
  await phone.removePairing(pairing.iOSDevicePairingID);
  const again = () => isRefused(new HttpClient(bridge.id, bridge.host, bridge.port, pairing));
  await again();
  await again();
  setInterval(again, KNOCK_MILLIS);
}

async function stall(bridge) {
  const connection = paired.get(bridge.id)._defaultConnection;
  connection.socket.pause();
  for (let asked = 0; asked < ASKED; asked++) {
    connection.socket.write(connection._encryptData(LIST));
  }
}

const orders = { pair, guess, knock, stall };

async function main() {
  for await (const line of createInterface({ input: process.stdin })) {
    const { order, bridge } = JSON.parse(line);
    await orders[order](bridge).then(
      () => console.log('done'),
      (error) => console.log(String(error.stack ?? error).replaceAll('\n', ' '))
    );
  }
}

main().then(() => process.exit(0));
