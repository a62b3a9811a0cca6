// SPDX-License-Identifier: EPL-2.0
// Prints the characteristics and services of @homebridge/hap-nodejs as JSON.
'use strict';

const { Characteristic, Service, uuid } = require('@homebridge/hap-nodejs');

const own = (holder, base) =>
  Object.values(holder).filter((member) => typeof member === 'function' && member.prototype instanceof base);

const unique = (definitions) => [...new Map(definitions.map((each) => [each.name, each])).values()];

const characteristics = own(Characteristic, Characteristic).map((Type) => {
  const { props } = new Type();
  return {
    name: Type.name,
    uuid: uuid.toShortForm(Type.UUID),
    format: props.format,
    unit: props.unit ?? '',
    permissions: [...props.perms].sort(),
    minimum: props.minValue ?? null,
    maximum: props.maxValue ?? null,
    step: props.minStep ?? null,
  };
});

const services = own(Service, Service).map((Type) => {
  const service = new Type();
  const types = (list) => list.map((each) => uuid.toShortForm(each.UUID)).sort();
  return {
    name: Type.name,
    uuid: uuid.toShortForm(Type.UUID),
    required: types(service.characteristics),
    optional: types(service.optionalCharacteristics),
  };
});

console.log(JSON.stringify({ characteristics: unique(characteristics), services: unique(services) }));
