// SPDX-License-Identifier: EPL-2.0
'use strict';

/**
 * Pairs hap-controller with a bridge that an item switches, and does what a guest's phone does before, while and after it is
 * off. Prints one line of JSON for each step, which the test that started this process judges; the test switches the item when
 * it has read the steps "waiting for off", "switch meanwhile" and "waiting for on", and says so with a line.
 *
 * Environment: HOST, PORT, DEVICE_ID, SETUP_CODE, ITEM (name of the accessory).
 */
const { once } = require('node:events');
const readline = require('node:readline');
const { HttpClient } = require('hap-controller');

const NAME = '00000023-0000-1000-8000-0026BB765291';
const ON = '00000025-0000-1000-8000-0026BB765291';
const PATIENCE = AbortSignal.timeout(60_000);
const SILENCE_MILLIS = 1500;
const { HOST, PORT, DEVICE_ID, SETUP_CODE, ITEM } = process.env;
const lines = readline.createInterface({ input: process.stdin });

function tell(step, facts) {
  console.log(JSON.stringify({ step, ...facts }));
}

async function told(step) {
  const done = once(lines, 'line', { signal: PATIENCE });
  tell(step, {});
  await done;
}

function connect(pairing) {
  return new HttpClient(DEVICE_ID, HOST, Number(PORT), pairing, {
    usePersistentConnections: true,
    subscriptionsUseSameConnection: true,
  });
}

function characteristics(accessory) {
  return accessory.services.flatMap((service) => service.characteristics);
}

/** What a request came to, also where hap-controller throws because not all of it went well. */
async function outcome(request) {
  try {
    return await request();
  } catch (error) {
    return { failed: String(error.message ?? error), body: error.body ?? null };
  }
}

async function main() {
  const setup = connect();
  await setup.pairSetup(SETUP_CODE);
  const pairing = setup.getLongTermData();
  const listener = connect(pairing);
  const other = connect(pairing);
  const { accessories } = await other.getAccessories();
  const lamp = accessories.find((each) => characteristics(each).some((one) => one.type === NAME && one.value === ITEM));
  const id = `${lamp.aid}.${characteristics(lamp).find((one) => one.type === ON).iid}`;
  const heard = [];
  listener.on('event', (event) => heard.push(...event.characteristics));
  await listener.subscribeCharacteristics([id]);
  tell('on', { id, accessories, read: await outcome(() => other.getCharacteristics([id])) });

  await told('waiting for off');
  tell('off', {
    list: await outcome(() => other.getAccessories()),
    read: await outcome(() => other.getCharacteristics([id])),
    write: await outcome(() => other.setCharacteristics({ [id]: true })),
    subscribed: await outcome(() => other.subscribeCharacteristics([id])),
  });
  await told('switch meanwhile');
  await new Promise((resolve) => setTimeout(resolve, SILENCE_MILLIS));
  tell('silence', { heard: [...heard] });

  const event = once(listener, 'event', { signal: PATIENCE });
  await told('waiting for on');
  await event;
  tell('on again', {
    heard: [...heard],
    list: await outcome(() => other.getAccessories()),
    write: await outcome(() => other.setCharacteristics({ [id]: false })),
  });
  await Promise.all([setup, listener, other].map((client) => client.close()));
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  }
);
