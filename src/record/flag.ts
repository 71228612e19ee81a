import { z } from 'zod';
import { type Frozen, field } from './field.ts';
import { FLAG_KINDS } from './lists.ts';
import { spans } from './span.ts';

export const flag = z
  .strictObject({
    kind: field(z.enum(FLAG_KINDS), 'Kind', 'What is wrong.'),
    spans: field(spans, 'Spans', 'Where.'),
    message: field(z.string(), 'Message', 'A sentence for the editor.'),
  })
  .meta({ title: 'Flag', description: 'Something an editor should look at.' });

export type Flag = Frozen<z.infer<typeof flag>>;
