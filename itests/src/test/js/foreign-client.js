// SPDX-License-Identifier: EPL-2.0
'use strict';

/**
 * Pairs hap-controller with a bridge and does with it what a home does. Prints one line of JSON for each step, which the
 * test that started this process judges; ends with a stack trace and status 1 at the first step that fails.
 *
 * Environment: HOST, PORT, DEVICE_ID, SETUP_CODE, ITEM (name of the accessory to switch), SOCKET (name of a service to
 * rename, if any).
 */
const { once } = require('node:events');
const { HttpClient } = require('hap-controller');

const NAME = '00000023-0000-1000-8000-0026BB765291';
const CONFIGURED_NAME = '000000E3-0000-1000-8000-0026BB765291';
const ON = '00000025-0000-1000-8000-0026BB765291';
const IDENTIFIER = 1;
const PERMISSIONS = 11;
const PATIENCE = AbortSignal.timeout(60_000);
const { HOST, PORT, DEVICE_ID, SETUP_CODE, ITEM, SOCKET } = process.env;

function tell(step, facts) {
  console.log(JSON.stringify({ step, ...facts }));
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

function find(accessories, type, name) {
  const accessory = accessories.find((each) =>
    characteristics(each).some((one) => one.type === NAME && one.value === name)
  );
  const wanted = characteristics(accessory).find((one) => one.type === type);
  return `${accessory.aid}.${wanted.iid}`;
}

function findName(accessories, name) {
  const accessory = accessories.find((each) => characteristics(each).some((one) => isName(one, name)));
  return `${accessory.aid}.${characteristics(accessory).find((one) => isName(one, name)).iid}`;
}

function isName(characteristic, name) {
  return characteristic.type === CONFIGURED_NAME && characteristic.value === name;
}

async function read(client, id) {
  const answer = await client.getCharacteristics([id], { meta: true, perms: true, type: true });
  return answer.characteristics[0];
}

async function failure(action) {
  try {
    await action();
    return null;
  } catch (error) {
    return String(error.message ?? error);
  }
}

/** Takes a listener of its own: on a connection that subscribes twice, hap-controller loses events. */
async function rename(id, listener, writer) {
  await listener.subscribeCharacteristics([id]);
  const heard = once(listener, 'event', { signal: PATIENCE });
  await writer.setCharacteristics({ [id]: 'Tea' });
  const [event] = await heard;
  const refusal = await writer.setCharacteristics({ [id]: ' ' });
  tell('rename', { id, characteristics: event.characteristics, refusal, now: await read(listener, id) });
  await listener.close();
}

async function main() {
  const stranger = connect();
  await stranger.identify();
  tell('identify', {});

  tell('wrong code', { error: await failure(() => connect().pairSetup('111-22-444')) });

  await stranger.pairSetup(SETUP_CODE);
  const pairing = stranger.getLongTermData();
  const controller = Buffer.from(pairing.iOSDevicePairingID, 'hex').toString();
  tell('pair', { controller });

  const listener = connect(pairing);
  const writer = connect(pairing);

  const { accessories } = await listener.getAccessories();
  const id = find(accessories, ON, ITEM);
  tell('list', { accessories, id });

  const before = await read(listener, id);
  tell('read', { characteristic: before });

  await writer.setCharacteristics({ [id]: !before.value });
  tell('write', { characteristic: await read(listener, id) });

  await listener.subscribeCharacteristics([id]);
  tell('subscribe', { subscribed: listener.getSubscribedCharacteristics() });

  const heard = once(listener, 'event', { signal: PATIENCE });
  await writer.setCharacteristics({ [id]: before.value });
  const [event] = await heard;
  tell('event', { characteristics: event.characteristics });

  const host = once(listener, 'event', { signal: PATIENCE });
  tell('waiting for the host', {});
  const [change] = await host;
  tell('host event', { characteristics: change.characteristics });

  if (SOCKET) {
    await rename(findName(accessories, SOCKET), connect(pairing), writer);
  }

  const list = await writer.listPairings();
  tell('pairings', { controller: list.get(IDENTIFIER).toString(), permissions: list.get(PERMISSIONS)[0] });

  await writer.removePairing(pairing.iOSDevicePairingID);
  tell('unpair', { error: await failure(() => connect(pairing).getAccessories()) });

  await Promise.all([stranger, listener, writer].map((client) => client.close()));
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  }
);
