/**
 * Parameters that say where a reader comes from and never which page it is: those that the makers of measuring programs
 * document (Google Analytics and Ads, Meta, Microsoft, Mailchimp, HubSpot, Matomo, Piano, Adobe, comScore, X, TikTok,
 * Yandex), and those that large outlets put into their feeds.
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
  ...['s_cid', 's_kwcid', 'ef_id', 'sc_cid', 'sc_campaign', 'sc_channel', 'sc_src', 'ml_subscriber'],
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
    'soc_src',
    'soc_trk',
    'sref',
  ],
  ...['ocid', 'taid', 'ito', 'dicbo', 'rb_clickid', '__s', 'traffic_source', 'feedtype', 'feedname', 'spm'],
  ...[
    'rss_id',
    'rssid',
    'ref_src',
    'ref_url',
    'mbid',
    'bxid',
    'cndid',
    'esrc',
    'ml_subscriber_hash',
    'rdt_cid',
  ],
]);
const BY_START = /^(?:utm|mtm|pk|piwik|matomo|hsa|itm|stm|trk|ga|ns|at|cx)_[a-z]/;
/** Parameters that may be content, and say where a reader comes from only where their value is a way to come by. */
const MAYBE: ReadonlySet<string> = new Set(
  'ref source src from partner campaign via feed origin medium share referrer referer rss cid mod emc'.split(
    ' ',
  ),
);
const WAYS: ReadonlySet<string> = new Set(
  'xml syndication twitter facebook fb linkedin whatsapp telegram reddit newsletter email mail social googlenews google_news google-news flipboard applenews apple_news'.split(
    ' ',
  ),
);
const FEEDS = /^(?:rss|feed|feeds|atom)(?:\d|[^a-z\d]|feed|$)/;

/** A question of an address (with its "?", or empty) without what only tells where a reader comes from. */
export function withoutTrackers(search: string): string {
  return questionWithout(search, isTracker);
}

function isTracker(name: string, value: string): boolean {
  if (TRACKERS.has(name) || BY_START.test(name)) return true;
  // A campaign has a name; a number may be anything.
  if (name === 'cmp') return /[a-z]/.test(value);
  return MAYBE.has(name) && (WAYS.has(value) || FEEDS.test(value) || (name === 'rss' && value === '1'));
}

/** A question without some of its parameters, of which names and values are given in lower case; the others stay as they are. */
export function questionWithout(search: string, isLeftOut: (name: string, value: string) => boolean): string {
  const parts = search.slice(1).split('&');
  const left = parts.filter((part) => {
    const [name = '', value = ''] = part.toLowerCase().split('=', 2);
    return part !== '' && !isLeftOut(name, value);
  });
  return left.length === parts.length ? search : left.length === 0 ? '' : `?${left.join('&')}`;
}
