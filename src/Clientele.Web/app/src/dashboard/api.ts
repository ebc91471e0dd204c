import type { Problem, Session, Source } from './wire';

/** What the server refused, in words for the person. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.title} ${problem.detail}`);
  }
}

let session: Promise<Session> | null = null;

/** The key and the limits, asked once. */
export function ask(): Promise<Session> {
  session ??= get<Session>('/api/session');
  return session;
}

export async function get<T>(path: string): Promise<T> {
  return told<T>(await fetch(path, { credentials: 'same-origin' }));
}

export async function post<T>(path: string, body: unknown): Promise<T> {
  const headers = { 'Content-Type': 'application/json', 'X-Clientele-Key': (await ask()).key };
  return told<T>(await fetch(path, { method: 'POST', credentials: 'same-origin', headers, body: JSON.stringify(body) }));
}

export async function remove(path: string): Promise<void> {
  const answer = await fetch(path, { method: 'DELETE', credentials: 'same-origin', headers: { 'X-Clientele-Key': (await ask()).key } });
  if (!answer.ok) await told(answer);
}

/** Sends a file; progress in shares of its bytes. XMLHttpRequest, because fetch does not tell how much has left. */
export async function upload(file: File, progress: (share: number) => void): Promise<Source> {
  const { key, mostUpload } = await ask();
  if (file.size > mostUpload) throw new Error(`The file has ${file.size} bytes; at most ${mostUpload} are taken. 'clientele serve --upload-limit' sets the limit.`);
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/sources');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('X-Clientele-Key', key);
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name.slice(-300)));
    request.upload.onprogress = (event) => progress(event.total > 0 ? event.loaded / event.total : 0);
    request.onerror = () => failed(new Error('The server does not answer. Is the command still running?'));
    request.onload = () => (request.status === 201 ? done(JSON.parse(request.responseText) as Source) : failed(refusal(request.status, request.responseText)));
    request.send(file);
  });
}

async function told<T>(answer: Response): Promise<T> {
  const text = await answer.text();
  if (!answer.ok) throw refusal(answer.status, text);
  return JSON.parse(text) as T;
}

function refusal(status: number, text: string): Error {
  try {
    return new Refused(JSON.parse(text) as Problem);
  } catch {
    return new Error(status === 401 ? 'This page has no access any more: open the address that the command printed.' : `The server answered ${status}.`);
  }
}
