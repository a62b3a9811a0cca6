// SPDX-License-Identifier: EPL-2.0
'use strict';

/**
 * Pairs hap-controller with a bridge and reads the history of an accessory as the app Eve does: sets the time, asks from an
 * entry on and reads until nothing is left. Waits for a line on its standard input before it reads. Prints one line of JSON.
 *
 * Environment: HOST, PORT, DEVICE_ID, SETUP_CODE, ITEM (name of the accessory).
 */
const { once } = require('node:events');
const { HttpClient } = require('hap-controller');

const NAME = '00000023-0000-1000-8000-0026BB765291';
const HISTORY = 'E863F007-079E-48FF-8F27-9C2605A29F52';
const MOST_READS = 500;
const PATIENCE = AbortSignal.timeout(80_000);
const { HOST, PORT, DEVICE_ID, SETUP_CODE, ITEM } = process.env;

function eve(number) {
  return `E863F${number}-079E-48FF-8F27-9C2605A29F52`;
}

function isNamed(accessory) {
  return accessory.services.some((service) =>
    service.characteristics.some((one) => one.type === NAME && one.value === ITEM)
  );
}

async function read(client, id) {
  return (await client.getCharacteristics([id])).characteristics[0].value;
}

async function main() {
  const stranger = new HttpClient(DEVICE_ID, HOST, Number(PORT));
  await stranger.pairSetup(SETUP_CODE);
  const pairing = stranger.getLongTermData();
  const client = new HttpClient(DEVICE_ID, HOST, Number(PORT), pairing, { usePersistentConnections: true });
  const { accessories } = await client.getAccessories();
  const accessory = accessories.find(isNamed);
  const history = accessory.services.find((service) => service.type === HISTORY);
  const id = (number) =>
    `${accessory.aid}.${history.characteristics.find((one) => one.type === eve(number)).iid}`;
  const seconds = Buffer.alloc(4);
  seconds.writeUInt32LE(Math.round(Date.now() / 1000) - 978307200);
  console.log(JSON.stringify({ step: 'ready', hidden: history.hidden === true }));
  await once(process.stdin, 'data', { signal: PATIENCE });
  await client.setCharacteristics({ [id('121')]: seconds.toString('base64') });
  await client.setCharacteristics({ [id('11C')]: Buffer.from('0100000000000000', 'hex').toString('base64') });
  const entries = [];
  let last = '';
  for (let reads = 0; last !== '00' && reads < MOST_READS; reads++) {
    last = Buffer.from(await read(client, id('117')), 'base64').toString('hex');
    entries.push(last);
  }
  const status = Buffer.from(await read(client, id('116')), 'base64').toString('hex');
  console.log(JSON.stringify({ step: 'history', status, entries }));
  await client.close();
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  }
);
