import { afterEach, describe, expect, it, vi } from 'vitest'
import { newId } from './new-id.ts'

afterEach(() => {
  vi.useRealTimers()
})

describe('new ids', () => {
  it('are UUIDs of version 7 that carry the time they were made', () => {
    const before = Date.now()
    const id = newId()
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const millis = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
    expect(millis).toBeGreaterThanOrEqual(before)
    expect(millis).toBeLessThanOrEqual(Date.now() + 1000)
  })

  it('never repeat and always sort in the order they were made', () => {
    const ids = Array.from({ length: 50_000 }, newId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.toSorted()).toEqual(ids)
  })

  it('keep their order when the clock jumps back by a day', () => {
    const first = newId()
    vi.useFakeTimers({ now: Date.now() - 86_400_000 })
    expect(newId() > first).toBe(true)
  })
})
