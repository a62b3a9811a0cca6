// SPDX-License-Identifier: EPL-2.0
'use strict';

/**
 * hap-controller before and after a bridge has moved to another program. With SETUP_CODE it pairs and prints what it has
 * to remember as one line of JSON; with PAIRING, that line, it verifies and prints all ids that it sees.
 *
 * Environment: HOST, PORT, DEVICE_ID, SETUP_CODE or PAIRING.
 */
const { HttpClient } = require('hap-controller');

const { HOST, PORT, DEVICE_ID, SETUP_CODE, PAIRING } = process.env;

// The ids of an accessory or a service, with what they stand for.
function ids({ aid, iid, type, services, characteristics }) {
  return { aid, iid, type, parts: (services || characteristics || []).map(ids) };
}

async function main() {
  const client = new HttpClient(DEVICE_ID, HOST, Number(PORT), PAIRING ? JSON.parse(PAIRING) : undefined);
  if (SETUP_CODE) {
    await client.pairSetup(SETUP_CODE);
    console.log(JSON.stringify(client.getLongTermData()));
  } else {
    const { accessories } = await client.getAccessories();
    console.log(JSON.stringify(accessories.map(ids)));
  }
  await client.close();
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  }
);
