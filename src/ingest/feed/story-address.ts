/**
 * Parameters that say where a reader comes from and never which page it is: those that the makers of measuring programs
 * document (Google Analytics and Ads, Meta, Microsoft, Mailchimp, HubSpot, Matomo, Piano, Adobe, X, TikTok, Yandex).
 */
const TRACKERS: ReadonlySet<string> = new Set([
  ...[
    'gclid',
    'gclsrc',
    'dclid',
    'gbraid',
    'wbraid',
    '_ga',
    '_gl',
    'srsltid',
    'gad_source',
    'gad_campaignid',
  ],
  ...['fbclid', 'fb_action_ids', 'fb_action_types', 'fb_source', 'fb_ref', 'igshid', 'igsh', 'msclkid'],
  ...['mc_cid', 'mc_eid', 'mkt_tok', '_hsenc', '_hsmi', '__hssc', '__hstc', '__hsfp', 'hsctatracking'],
  ...['ns_campaign', 'ns_mchannel', 'ns_source', 'ns_linkname', 'ns_fee', 's_cid', 's_kwcid', 'ef_id'],
  ...['twclid', 'ttclid', 'yclid', 'ysclid', '_openstat', 'li_fat_id', 'epik', 'oly_enc_id', 'oly_anon_id'],
  ...[
    'wt_mc',
    'wt.mc_id',
    'wt_zmc',
    'xtor',
    'ncid',
    'icid',
    'intcid',
    'cmpid',
    'smid',
    'vero_id',
    'vero_conv',
  ],
  ...[
    '__twitter_impression',
    'guccounter',
    'guce_referrer',
    'guce_referrer_sig',
    'sc_campaign',
    'sc_channel',
  ],
  ...['ocid', 'taid', 'ito', 'dicbo', 'rb_clickid', 'wickedid', '__s', 'ml_subscriber', 'ml_subscriber_hash'],
]);
const TRACKERS_BY_START = /^(?:utm|at|mtm|pk|piwik|hsa|itm|stm)_[a-z]/;
/** Parameters that may be content, and say where a reader comes from where they have one of the values. */
const MAYBE_TRACKERS: ReadonlySet<string> = new Set(
  'ref cmp source src from partner campaign via feed origin medium share referrer referer rss'.split(' '),
);
const CHANNELS: ReadonlySet<string> = new Set(
  'rss rss2 rss2.0 rss_feed rssfeed rss-feed feed feeds atom xml syndication twitter facebook fb linkedin whatsapp telegram reddit newsletter email googlenews google_news google-news flipboard applenews apple_news'.split(
    ' ',
  ),
);
const MOBILE_HOST = /^(?:m|mobile|mobil|amp|touch|wap)\.(?=[^.]+\.)/;
/** Parameters that ask for a page's mobile double. */
const MOBILE = /^(?:amp|outputtype=amp|output=amp|view=amp|mode=amp|amp=(?:1|true)?|m=1|mobile=(?:1|true))$/;

/** An address without its fragment and its trackers; null for what leads elsewhere than to the web. */
export function pageAddress(href: string, base: string | null): string | null {
  const place = withScheme(href.trim(), base);
  const url = place === '' ? null : URL.parse(place, base ?? undefined);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  url.hash = '';
  url.search = searchWithout(url.search, isTracker);
  return url.href;
}

/** What is written as it is shown to people: "//a.example/1" in a file, "www.a.example/1" anywhere. */
function withScheme(place: string, base: string | null): string {
  if (place.startsWith('//') && base === null) return `https:${place}`;
  return /^www\.[\w-]+\.\w/i.test(place) ? `https://${place}` : place;
}

/** What addresses of one story have in common: its mobile doubles and both schemes have the same. */
export function storyOf(address: string): string {
  return foldedOf(new URL(address)).join('');
}

/** How far an address is from the one that readers at a desk see: of one story's, the nearest is visited. */
export function distanceOf(address: string): number {
  const url = new URL(address);
  const [, path, search] = foldedOf(url);
  const isDouble = MOBILE_HOST.test(bareHost(url)) || path !== url.pathname || search !== url.search;
  return (isDouble ? 2 : 0) + (url.protocol === 'https:' ? 0 : 1);
}

const bareHost = ({ host }: URL): string => host.replace(/^www\./, '');

function foldedOf(url: URL): [host: string, path: string, search: string] {
  const path = url.pathname.replace(/^\/amp(?=\/.)|\/amp\/?$|\.amp(?=(?:\.html?)?$)/, '');
  return [
    bareHost(url).replace(MOBILE_HOST, ''),
    path === '' ? '/' : path,
    searchWithout(url.search, (name, value) => MOBILE.test(value === '' ? name : `${name}=${value}`)),
  ];
}

function isTracker(name: string, value: string): boolean {
  return (
    TRACKERS.has(name) ||
    TRACKERS_BY_START.test(name) ||
    (MAYBE_TRACKERS.has(name) && (CHANNELS.has(value) || /^rss\d?[_-]/.test(value)))
  );
}

/** A question without some of its parameters; the others stay as they are written. */
function searchWithout(search: string, isLeftOut: (name: string, value: string) => boolean): string {
  const parts = search.slice(1).split('&');
  const left = parts.filter((part) => {
    const [name = '', value = ''] = part.toLowerCase().split('=', 2);
    return !isLeftOut(name, value);
  });
  return left.length === parts.length ? search : left.length === 0 ? '' : `?${left.join('&')}`;
}
