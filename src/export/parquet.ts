import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js';
import { codePointsIn } from './code-points.ts';
import { PARQUET_COLUMNS } from './parquet-columns.ts';
import type { FileOnItsWay } from './told.ts';

/** So many statements are one group of rows: as many are held, and what reads the file skips as many at once. */
const GROUP = 5000;

const SCHEMA = [
  { name: 'statements', num_children: PARQUET_COLUMNS.length },
  ...PARQUET_COLUMNS.flatMap(({ elements }) => elements),
];

/** A file of Parquet (parquet.apache.org), a row a statement, written group by group as the reports come. */
export function parquetFile(group = GROUP): FileOnItsWay {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({ writer: bytes, schema: [...SCHEMA], createdBy: 'onrecord' });
  let columns = noRows();
  let rows = 0;

  /** Takes out what was written since; the places in the file are counted on. */
  function taken(): Uint8Array {
    const piece = bytes.getBytes().slice();
    bytes.index = 0;
    return piece;
  }

  function writeGroup(): void {
    const columnData = PARQUET_COLUMNS.map(({ elements: [{ name }] }, at) => ({
      name,
      data: columns[at] ?? [],
    }));
    if (rows > 0) writer.write({ columnData, rowGroupSize: rows });
    columns = noRows();
    rows = 0;
  }

  return {
    start: taken,
    add: ({ report, statements }) => {
      const toCodePoints = codePointsIn(report.text);
      for (const one of statements)
        for (const [at, column] of PARQUET_COLUMNS.entries())
          columns[at]?.push(column.value(one, toCodePoints));
      rows += statements.length;
      if (rows >= group) writeGroup();
      return { piece: taken(), entries: statements.length };
    },
    end: () => {
      writeGroup();
      writer.finish();
      return taken();
    },
  };
}

const noRows = (): unknown[][] => PARQUET_COLUMNS.map(() => []);
