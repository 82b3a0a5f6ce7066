from fontTools import subset
from fontTools.ttLib import TTFont
UNI="0020-007E 00A0-024F 02BB-02BC 02C6-02DD 0300-0304 0306-030C 0323 0327 0328 0331 03A9 03BC 03C0 1E00-1EFF 2010-2015 2018-201E 2020-2022 2026 2030 2032 2033 2039 203A 2044 2070-209C 20A8-20BF 2113 2116 2122 2126 212E 2150-215F 2190-2199 2202 2206 220F 2211 2212 2215 2219 221A 221E 222B 2248 2260 2264 2265 25A0 25A1 25AA 25B2 25BC 25CA 25CF 2610-2612 2713 2714 2717 FFFD"
codes=set()
for part in UNI.split():
    a,_,b=part.partition('-'); codes|=set(range(int(a,16),int(b or a,16)+1))
import sys
for src,style in [('Regular','Regular'),('Bold','Bold'),('It','Italic'),('BoldIt','BoldItalic')]:
    f=TTFont(f'package/TTF/SourceSansPro-{src}.ttf')
    o=subset.Options(); o.hinting=False; o.layout_features=['kern','mark','mkmk']; o.notdef_outline=True; o.name_IDs=['*']; o.glyph_names=False
    s=subset.Subsetter(o); s.populate(unicodes=codes); s.subset(f)
    n=f['name']; words={'Regular':'Regular','Bold':'Bold','Italic':'Italic','BoldItalic':'Bold Italic'}[style]
    n.names=[r for r in n.names if r.nameID in (0,9,11,13,14)]
    for i,t in [(1,'Rapor Sans'),(2,words),(3,'RaporSans-'+style),(4,'Rapor Sans '+words),(5,f"Version 1.0, cut from Source Sans Pro 3.6"),(6,'RaporSans-'+style)]:
        n.setName(t,i,3,1,0x409)
    del f['GSUB']; del f['BASE']
    f.save(f'/work/wt/pdf/assets/fonts/RaporSans-{style}.ttf')
    c=f.getBestCmap()
    print(style,len(f.getGlyphOrder()),f['head'].unitsPerEm,f['hhea'].ascent,f['hhea'].descent,f['OS/2'].sCapHeight,['%04X'%x for x in [0x2022,0x2192,0x25a1,0xfffd,0x2610,0x2713,0x2212,0x2265,0x2011,0x1d2,0xbd,0x323,0x1e0d] if x not in c],{f['hmtx'][c[ord(d)]][0] for d in '0123456789'},sorted(f.keys()),f['OS/2'].fsType)
    print([ (r.nameID,str(r)[:70]) for r in n.names])
