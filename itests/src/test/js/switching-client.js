// SPDX-License-Identifier: EPL-2.0
'use strict';

/**
 * hap-controller as a phone that switches a lamp, today and tomorrow. With SETUP_CODE it mistypes the code once, pairs and
 * prints what it has to remember as one line of JSON; with PAIRING, that line, it verifies. Both times it then switches ITEM
 * to VALUE.
 *
 * Environment: HOST, PORT, DEVICE_ID, ITEM (name of the accessory), VALUE (true or false), SETUP_CODE or PAIRING.
 */
const { HttpClient } = require('hap-controller');

const NAME = '00000023-0000-1000-8000-0026BB765291';
const ON = '00000025-0000-1000-8000-0026BB765291';
const WRONG = '111-22-444';
const { HOST, PORT, DEVICE_ID, ITEM, VALUE, SETUP_CODE, PAIRING } = process.env;

function connect(pairing) {
  return new HttpClient(DEVICE_ID, HOST, Number(PORT), pairing);
}

function find(accessories) {
  for (const accessory of accessories) {
    const all = accessory.services.flatMap((service) => service.characteristics);
    if (all.some((each) => each.type === NAME && each.value === ITEM)) {
      return `${accessory.aid}.${all.find((each) => each.type === ON).iid}`;
    }
  }
  throw new Error(`no accessory ${ITEM}`);
}

async function paired() {
  if (PAIRING) {
    return JSON.parse(PAIRING);
  }
  const refusal = await connect()
    .pairSetup(WRONG)
    .then(() => null, String);
  if (!refusal) {
    throw new Error('a wrong code was taken');
  }
  const client = connect();
  await client.pairSetup(SETUP_CODE);
  await client.close();
  return client.getLongTermData();
}

async function main() {
  const pairing = await paired();
  console.log(JSON.stringify(pairing));
  const client = connect(pairing);
  const { accessories } = await client.getAccessories();
  await client.setCharacteristics({ [find(accessories)]: VALUE === 'true' });
  await client.close();
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  }
);
