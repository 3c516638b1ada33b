/** Pages to link to around the current one (all 1-based); `'gap'` stands for pages left out. */
export const pageWindow = (current: number, last: number): readonly (number | 'gap')[] => {
  const near = [1, current - 1, current, current + 1, last].filter((page) => page >= 1 && page <= last)
  const pages = [...new Set(near)].sort((a, b) => a - b)
  return pages.flatMap((page, index) => {
    const before = index === 0 ? page - 1 : pages[index - 1]!
    if (page - before === 2) return [page - 1, page]
    return page - before > 2 ? ['gap' as const, page] : [page]
  })
}
