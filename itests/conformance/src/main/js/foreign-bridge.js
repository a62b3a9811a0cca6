// SPDX-License-Identifier: EPL-2.0
'use strict';

// A bridge of HAP-NodeJS on the loopback, announced to nobody. Arguments: port, setup code, folder of its store.
// Prints "ready PORT" when it listens; the end of its standard input stops it.

const ciao = require('@homebridge/ciao');
const hap = require('@homebridge/hap-nodejs');

const { Accessory, Bridge, Categories, Characteristic, HAPServer, HAPStorage, Service, uuid } = hap;

// More than 64 KB of accessories, as in a real home.
const SWITCHES = 100;
// One more than a scene takes.
const LAMPS = 31;

const silent = {
  createService: () => ({ on() {}, updatePort() {}, updateTxt() {}, async advertise() {} }),
  async shutdown() {},
};
ciao.default.getResponder = () => silent;

// Whatever address it is told to bind, it listens on all of them.
const listen = HAPServer.prototype.listen;
HAPServer.prototype.listen = function listenOnLoopback(port) {
  return listen.call(this, port, '127.0.0.1');
};

function accessory(name, ...services) {
  const made = new Accessory(name, uuid.generate(name));
  made
    .getService(Service.AccessoryInformation)
    .setCharacteristic(Characteristic.Manufacturer, 'Latchkey')
    .setCharacteristic(Characteristic.Model, 'Foreign')
    .setCharacteristic(Characteristic.SerialNumber, name);
  services.forEach((service) => made.addService(service));
  return made;
}

// Keeps what is written.
function kept(service, ...types) {
  types.forEach((type) => service.getCharacteristic(type).onSet(() => {}));
  return service;
}

function lamp(name) {
  const { On, Brightness, Hue, Saturation } = Characteristic;
  return accessory(name, kept(new Service.Lightbulb(name), On, Brightness, Hue, Saturation));
}

function switchOf(name) {
  return accessory(name, kept(new Service.Switch(name), Characteristic.On));
}

function thermometer() {
  const service = new Service.TemperatureSensor('Thermometer');
  service.getCharacteristic(Characteristic.CurrentTemperature).updateValue(21.5);
  return accessory('Thermometer', service);
}

const [port, pincode, folder] = process.argv.slice(2);
HAPStorage.setCustomStoragePath(folder);

const bridge = new Bridge('Foreign Bridge', uuid.generate('foreign bridge'));
bridge.addBridgedAccessory(lamp('Lamp'));
bridge.addBridgedAccessory(thermometer());
bridge.addBridgedAccessory(accessory('Button', new Service.StatelessProgrammableSwitch('Button')));
for (let i = 2; i <= LAMPS; i++) {
  bridge.addBridgedAccessory(lamp(`Lamp ${i}`));
}
for (let i = 1; i <= SWITCHES; i++) {
  bridge.addBridgedAccessory(switchOf(`Switch ${i}`));
}
bridge.on('listening', (bound) => console.log(`ready ${bound}`));
bridge.publish({
  username: 'CC:22:3D:E3:CE:F6',
  port: Number(port),
  pincode,
  category: Categories.BRIDGE,
});

process.stdin.resume();
process.stdin.on('end', () => process.exit());
