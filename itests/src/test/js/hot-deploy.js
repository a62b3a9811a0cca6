// SPDX-License-Identifier: EPL-2.0
'use strict';

/**
 * Pairs hap-controller with a bridge and looks at the home over and over in one session: lists it and reads all of it. A
 * session of its own subscribes to each accessory when it is seen first, because hap-controller doesn't take events between
 * requests. Prints one line of JSON with the time for each thing that is not as it was at the look before. Each line of
 * standard input is a write, {"aid.iid": value}; ends when there is no more of them, with a stack trace and status 1 at
 * the first request that fails.
 *
 * Environment: HOST, PORT, DEVICE_ID, SETUP_CODE.
 */
const net = require('node:net');
const readline = require('node:readline');
const { setTimeout: pause } = require('node:timers/promises');
const { HttpClient } = require('hap-controller');

const NAME = '00000023-0000-1000-8000-0026BB765291';
const BRIDGE = 1;
const PAUSE_MILLIS = 15;
const { HOST, PORT, DEVICE_ID, SETUP_CODE } = process.env;

let connections = 0;
const createConnection = net.createConnection;
net.createConnection = (...target) => {
  connections += 1;
  return createConnection(...target);
};

function tell(what, facts) {
  console.log(JSON.stringify({ what, at: Date.now(), ...facts }));
}

function connect(pairing) {
  return new HttpClient(DEVICE_ID, HOST, Number(PORT), pairing, {
    usePersistentConnections: true,
  });
}

/** Opens a session that hears of one accessory from now on. */
async function listen(pairing, accessory) {
  const listener = connect(pairing);
  listener.on('event-disconnect', () => tell('disconnect', { name: name(accessory) }));
  listener.on('event', ({ characteristics: changed }) => {
    const values = changed.map(({ aid, iid, value }) => [`${aid}.${iid}`, plain(value)]);
    tell('event', { changed: Object.fromEntries(values) });
  });
  await listener.subscribeCharacteristics(ids(accessory, 'ev'));
}

function characteristics(accessory) {
  return accessory.services.flatMap((service) => service.characteristics);
}

function name(accessory) {
  return characteristics(accessory).find((each) => each.type === NAME).value;
}

function ids(accessory, permission) {
  return characteristics(accessory)
    .filter((each) => each.perms.includes(permission))
    .map((each) => `${accessory.aid}.${each.iid}`);
}

/** A truth value may come in two ways. */
function plain(value) {
  return typeof value === 'boolean' ? Number(value) : value;
}

/** Tells a fact when it isn't what it was. */
class Changes {
  constructor() {
    this.known = new Map();
  }

  tell(what, of, facts) {
    const text = JSON.stringify(facts);
    if (this.known.get(what + of) !== text) {
      this.known.set(what + of, text);
      tell(what, facts);
    }
  }
}

async function look(client, heard, changes) {
  const { accessories } = await client.getAccessories();
  const home = accessories.filter((each) => each.aid !== BRIDGE);
  const shape = home.map((each) => [
    name(each),
    characteristics(each).map((one) => [`${each.aid}.${one.iid}`, one.type.slice(0, 8)]),
  ]);
  for (const each of home.filter(({ aid }) => !heard.has(aid))) {
    heard.add(each.aid);
    await listen(client.getLongTermData(), each);
  }
  changes.tell('home', '', { home: Object.fromEntries(shape) });
  for (const each of home) {
    const answer = await client.getCharacteristics(ids(each, 'pr'));
    const read = Object.fromEntries(
      answer.characteristics.map(({ aid, iid, status = 0, value }) => [`${aid}.${iid}`, { status, value: plain(value) }])
    );
    changes.tell('read', each.aid, { name: name(each), read });
  }
}

async function main() {
  const writes = [];
  let isOver = false;
  readline
    .createInterface({ input: process.stdin })
    .on('line', (line) => writes.push(JSON.parse(line)))
    .on('close', () => {
      isOver = true;
    });

  const stranger = connect();
  await stranger.pairSetup(SETUP_CODE);
  await stranger.close();
  connections = 0;

  const client = connect(stranger.getLongTermData());
  const heard = new Set();
  const changes = new Changes();
  while (!isOver) {
    await look(client, heard, changes);
    for (const write of writes.splice(0)) {
      await client.setCharacteristics(write);
      tell('written', { write });
    }
    await pause(PAUSE_MILLIS);
  }
  tell('end', { connections });
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  }
);
