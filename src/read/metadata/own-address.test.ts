import { describe, expect, test } from 'vitest';
import { mayBeOwn } from './own-address.ts';

const at = (path: string) => `https://outlet.example${path}`;

describe('an address that a page claims', () => {
  test.for([
    ['/news/bridge-closed-to-lorries', '/news/bridge-closed-to-lorries'],
    ['/news/bridge-closed-to-lorries', '/news/bridge-closed-to-lorries?utm_source=feed&utm_id=7'],
    ['/news/bridge-closed-to-lorries', '/news/bridge-closed-to-lorries/amp'],
    ['/news/bridge', '/news/bridge/index.html'],
    ['/news/bridge', '/news/bridge/'],
    ['/news/bridge?id=7', '/news/bridge?id=7&utm_source=feed'],
    ['/2034/02/02/bridge-closed', '/?p=1234'],
    ['/news/12345', '/bridge-closed-to-lorries'],
    ['/news/bridge.html', '/amp/news/bridge.html'],
    ['/bridge', '/closed'],
    ['/news/story?page=1', '/news/story'],
  ])('is its own: %s of %s', ([claimed, fetched]) => {
    expect(mayBeOwn(at(claimed ?? ''), at(fetched ?? ''))).toBe(true);
  });

  test.for([
    ['/news', '/news/bridge-closed-to-lorries'],
    ['/news/', '/news/2034/02/bridge'],
    ['/2034/02/02', '/2034/02/02/bridge-closed'],
    ['/sport/football', '/news/bridge-closed-to-lorries'],
    ['/world-news', '/article/1234'],
    ['/news/bridge-closed-to-lorries', '/news/bridge-closed-to-lorries?page=2'],
    ['/news/bridge-closed-to-lorries?page=1', '/news/bridge-closed-to-lorries?page=2'],
    ['/news/bridge-closed-to-lorries', '/news/bridge-closed-to-lorries/2'],
    ['/news/bridge-closed-to-lorries', '/news/bridge-closed-to-lorries/page/2'],
    ['/article', '/article?id=1234'],
    ['/', '/bridge-closed-to-lorries'],
  ])('is another: %s of %s', ([claimed, fetched]) => {
    expect(mayBeOwn(at(claimed ?? ''), at(fetched ?? ''))).toBe(false);
  });
});
