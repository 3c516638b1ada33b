import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hiddenCells, leastPersons, shownLabels } from './small-cells.ts'

describe('cells behind which few persons stand', () => {
  it('one label hidden alone takes the next smallest along; labels of nobody are no secret', () => {
    expect(shownLabels([30, 3, 12, 0])).toEqual([true, false, false, true])
    expect(shownLabels([30, 3, 12, 9])).toEqual([true, false, true, false])
    expect(shownLabels([30, 12, 0])).toEqual([true, true, true])
    expect(shownLabels([3])).toEqual([false])
  })

  it('no small cell is shown, and none is left to be found by subtraction', () => {
    const table = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([rows, columns]) =>
      fc.tuple(
        fc.constant(rows),
        fc.constant(columns),
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 })), {
          minLength: rows * columns,
          maxLength: rows * columns,
        }),
      ),
    )
    fc.assert(
      fc.property(table, ([rows, columns, persons]) => {
        const hidden = hiddenCells(persons, rows, columns)
        persons.forEach((count, cell) => {
          if (count > 0 && count < leastPersons) expect(hidden[cell]).toBe(1)
          if (count === 0) expect(hidden[cell]).toBe(0)
        })
        const lines = [
          ...Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, at) => row * columns + at)),
          ...Array.from({ length: columns }, (_, column) =>
            Array.from({ length: rows }, (_, at) => at * columns + column),
          ),
        ]
        for (const line of lines) {
          const secret = line.filter((cell) => hidden[cell] === 1).length
          const open = line.filter((cell) => hidden[cell] === 0 && persons[cell]! > 0).length
          expect(secret === 1 && open > 0).toBe(false)
        }
      }),
    )
  })
})
