//! Pages: views through templates.
//!
//! Takes views, gives HTML, SVG charts, style sheets and downloads as bytes. Must never reach behind a view.
