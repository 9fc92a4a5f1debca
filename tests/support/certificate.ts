/**
 * A self-signed certificate for the stand-in server. Node can create keys but no certificates, and a machine may not
 * have openssl, so this file writes the necessary DER structures of RFC 5280.
 */
import { generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto';

export interface Certificate {
  key: string;
  cert: string;
}

const TAG = { integer: 0x02, bitString: 0x03, oid: 0x06, utf8: 0x0c, sequence: 0x30, set: 0x31 } as const;

export function makeCertificate(hosts: string[], now: Date): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const body = certificateBody(hosts, now, publicKey.export({ type: 'spki', format: 'der' }));
  const signature = sign('sha256', body, privateKey);
  const der = sequence(body, SIGNED_BY_ECDSA, element(TAG.bitString, Buffer.from([0]), signature));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: new X509Certificate(der).toString(),
  };
}

function certificateBody(hosts: string[], now: Date, publicKey: Buffer): Buffer {
  const name = sequence(
    element(TAG.set, sequence(COMMON_NAME, element(TAG.utf8, Buffer.from('Stand-in mail pages')))),
  );
  const version3 = element(0xa0, element(TAG.integer, Buffer.from([2])));
  const serial = element(TAG.integer, Buffer.from([1]), randomBytes(8));
  const validity = sequence(utcTime(now, -1), utcTime(now, 30));
  const altNames = sequence(...hosts.map((host) => element(0x82, Buffer.from(host))));
  const extensions = element(0xa3, sequence(sequence(SUBJECT_ALT_NAME, element(0x04, altNames))));
  return sequence(version3, serial, SIGNED_BY_ECDSA, name, validity, name, publicKey, extensions);
}

function element(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content), content]);
}

function lengthOf(content: Buffer): Buffer {
  if (content.length < 0x80) return Buffer.from([content.length]);
  if (content.length < 0x100) return Buffer.from([0x81, content.length]);
  return Buffer.from([0x82, content.length >> 8, content.length & 0xff]);
}

function sequence(...parts: Buffer[]): Buffer {
  return element(TAG.sequence, ...parts);
}

function oid(hex: string): Buffer {
  return element(TAG.oid, Buffer.from(hex, 'hex'));
}

function utcTime(now: Date, daysFromNow: number): Buffer {
  const time = new Date(now.getTime() + daysFromNow * 86_400_000);
  const digits = time.toISOString().replace(/\D/g, '').slice(2, 14);
  return element(0x17, Buffer.from(`${digits}Z`));
}

const COMMON_NAME = oid('550403');
const SUBJECT_ALT_NAME = oid('551d11');
const SIGNED_BY_ECDSA = sequence(oid('2a8648ce3d040302'));
