// SPDX-License-Identifier: EPL-2.0
'use strict';

// A bridge of HAP-NodeJS on the loopback, announced to nobody, with lamps and temperature sensors.
// Arguments: port, setup code, folder of its store, number of lamps, number of sensors.

const ciao = require('@homebridge/ciao');
const hap = require('@homebridge/hap-nodejs');

const { Accessory, Bridge, Categories, Characteristic, HAPServer, HAPStorage, Service, uuid } = hap;

const silent = {
  createService: () => ({ on() {}, updatePort() {}, updateTxt() {}, async advertise() {} }),
  async shutdown() {},
};
ciao.default.getResponder = () => silent;

const listen = HAPServer.prototype.listen;
HAPServer.prototype.listen = function listenOnLoopback(port) {
  return listen.call(this, port, '127.0.0.1');
};

function accessory(name, service) {
  const made = new Accessory(name, uuid.generate(name));
  made
    .getService(Service.AccessoryInformation)
    .setCharacteristic(Characteristic.Manufacturer, 'Bench')
    .setCharacteristic(Characteristic.Model, 'Bench')
    .setCharacteristic(Characteristic.SerialNumber, name);
  made.addService(service);
  return made;
}

function lamp(name) {
  const { On, Brightness, Hue, Saturation } = Characteristic;
  const service = new Service.Lightbulb(name);
  [[On, true], [Brightness, 80], [Hue, 120], [Saturation, 50]].forEach(([type, value]) => {
    service.getCharacteristic(type).updateValue(value).onSet(() => {});
  });
  return accessory(name, service);
}

function sensor(name) {
  const service = new Service.TemperatureSensor(name);
  service.getCharacteristic(Characteristic.CurrentTemperature).updateValue(21.5);
  return accessory(name, service);
}

const [port, pincode, folder, lamps, sensors] = process.argv.slice(2);
HAPStorage.setCustomStoragePath(folder);

const bridge = new Bridge('Bench Bridge', uuid.generate('bench bridge'));
for (let i = 1; i <= Number(lamps); i++) {
  bridge.addBridgedAccessory(lamp(`Lamp ${i}`));
}
for (let i = 1; i <= Number(sensors); i++) {
  bridge.addBridgedAccessory(sensor(`Sensor ${i}`));
}
bridge.publish({
  username: 'CC:22:3D:E3:CE:F7',
  port: Number(port),
  pincode,
  category: Categories.BRIDGE,
});
