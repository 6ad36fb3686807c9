palette-theme-dark = Theme: dark
palette-theme-light = Theme: light
palette-theme-contrast = Theme: high contrast
palette-theme-mono = Theme: without colour
palette-signs-drawn = Signs: drawn
palette-signs-ascii = Signs: ASCII
