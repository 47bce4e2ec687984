import { secureHeaders } from 'hono/secure-headers'

/** Nothing from elsewhere, no inline script or style, and no page may frame this one. */
const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  objectSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}

/** What no page here needs of a browser. Writing to the clipboard is left: what was typed is copied before it is lost. */
const permissionsPolicy = {
  accelerometer: [],
  bluetooth: [],
  camera: [],
  clipboardRead: [],
  displayCapture: [],
  geolocation: [],
  gyroscope: [],
  hid: [],
  magnetometer: [],
  microphone: [],
  midi: [],
  payment: [],
  serial: [],
  usb: [],
}

/** On every answer: pages, files, data, refusals and faults. */
export const securityHeaders = secureHeaders({
  contentSecurityPolicy,
  permissionsPolicy,
  crossOriginEmbedderPolicy: false, // nothing from elsewhere is let in by the policy above
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  referrerPolicy: 'no-referrer',
  strictTransportSecurity: 'max-age=63072000; includeSubDomains',
  xFrameOptions: 'DENY',
})
