// SPDX-License-Identifier: EPL-2.0
// Hands the requests of the command line, as hex, to the Adaptive Lighting of @homebridge/hap-nodejs: prints as JSON what
// it supports, what it answers, and which curve it has understood. BRIGHTNESS and WARMTH are the iids of its lamp.
'use strict';

const { AdaptiveLightingController, Characteristic, Service } = require('@homebridge/hap-nodejs');

const lamp = new Service.Lightbulb('Lamp');
const withIid = (Type, iid) => {
  lamp.getCharacteristic(Type).iid = Number(iid);
};
withIid(Characteristic.On, 9001);
withIid(Characteristic.Brightness, process.env.BRIGHTNESS);
withIid(Characteristic.ColorTemperature, process.env.WARMTH);

const controller = new AdaptiveLightingController(lamp);
controller.constructServices?.();
controller.configureServices();

const hex = (base64) => Buffer.from(base64, 'base64').toString('hex');
const supported = hex(controller.handleSupportedTransitionConfigurationRead());
const answers = process.argv
  .slice(2)
  .map((request) => hex(controller.handleTransitionControlWrite(Buffer.from(request, 'hex').toString('base64'))));
const curve = controller.isAdaptiveLightingActive() ? controller.getAdaptiveLightingTransitionCurve() : [];

process.stdout.write(`${JSON.stringify({ supported, answers, curve })}\n`, () => process.exit(0));
