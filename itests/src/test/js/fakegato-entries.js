// SPDX-License-Identifier: EPL-2.0
// Has fakegato-history encode a history: TYPE is its name for what the accessory is, SERVICES what a custom one has,
// each line of the standard input one entry as JSON with its time in seconds since 1970. Prints as JSON the status
// after the last one and what a controller that asks from entry FROM on reads, all as hex.
'use strict';

const hap = require('@homebridge/hap-nodejs');
const fakegato = require('fakegato-history');

const { TYPE, FROM } = process.env;
const POWER = 'E863F10D-079E-48FF-8F27-9C2605A29F52';
const SENSORS = ['TemperatureSensor', 'HumiditySensor', 'ContactSensor', 'MotionSensor'];

/** What it takes of Homebridge. */
const homebridge = { hap, user: { storagePath: () => '.' } };
const History = fakegato(homebridge);

const accessory = { displayName: 'Accessory', log: {}, services: [] };
if (TYPE === 'custom') {
  const wanted = process.env.SERVICES.split(',');
  accessory.services = wanted.map((name) =>
    SENSORS.includes(name) ? new hap.Service[name](name) : powered(name)
  );
}

function powered(name) {
  const outlet = new hap.Service.Outlet(name);
  outlet.characteristics = outlet.characteristics.filter((one) => one.UUID !== hap.Characteristic.On.UUID);
  outlet.addCharacteristic(
    new hap.Characteristic('Consumption', POWER, { format: hap.Formats.FLOAT, perms: [hap.Perms.PAIRED_READ] })
  );
  return outlet;
}

const history = new History(TYPE, accessory, { disableTimer: true });
history.restarted = false;

const hex = (base64) => Buffer.from(base64, 'base64').toString('hex');
const characteristic = (number) =>
  history.characteristics.find((one) => one.UUID === `E863F${number}-079E-48FF-8F27-9C2605A29F52`);

function read() {
  let told;
  history.getCurrentS2R2((error, value) => {
    told = hex(value);
  });
  return told;
}

let text = '';
process.stdin.on('data', (part) => {
  text += part;
});
process.stdin.on('end', () => {
  text
    .split('\n')
    .filter((line) => line !== '')
    .forEach((line) => history.addEntry(JSON.parse(line)));
  const request = Buffer.alloc(8);
  request.writeUInt16LE(1);
  request.writeUInt32LE(Number(FROM), 2);
  history.setCurrentS2W1(request.toString('base64'), () => {});
  const reads = [];
  do {
    reads.push(read());
  } while (reads[reads.length - 1] !== '00');
  process.stdout.write(`${JSON.stringify({ status: hex(characteristic('116').value), reads })}\n`, () =>
    process.exit(0)
  );
});
