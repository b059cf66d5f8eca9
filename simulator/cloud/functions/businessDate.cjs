// What a function sees in `Date`: the cloud's business clock. Timers (setTimeout) stay real.
'use strict';

const RealDate = Date;
let clock = { rate: 1, businessBase: 0, realBase: 0 };

function businessNow() {
  return Math.floor(clock.businessBase + (RealDate.now() - clock.realBase) * clock.rate);
}

// A constructor and a plain function at once, as the original: `Date()` answers text, `new Date()` an object.
function BusinessDate(...parts) {
  if (new.target === undefined) return new RealDate(businessNow()).toString();
  return Reflect.construct(RealDate, parts.length === 0 ? [businessNow()] : parts, new.target);
}

/** From now on `Date` shows the clock last given to `setClock`. Dates made before stay what they are. */
function install() {
  Object.defineProperties(BusinessDate, {
    name: { value: 'Date' },
    length: { value: RealDate.length },
    prototype: { value: RealDate.prototype, writable: false },
    now: { value: businessNow, writable: true, configurable: true },
    parse: { value: RealDate.parse, writable: true, configurable: true },
    UTC: { value: RealDate.UTC, writable: true, configurable: true },
  });
  RealDate.prototype.constructor = BusinessDate;
  globalThis.Date = BusinessDate;
}

/** `state` is the cloud's `ClockState`. */
function setClock(state) {
  clock = state;
}

module.exports = { install, setClock, realNow: () => RealDate.now() };
