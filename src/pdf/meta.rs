//! What a file says about itself.

use lopdf::{Document, Object, ObjectId, Stream, StringFormat, dictionary, text_string};

use super::folio::{Bookmark, Folio};

const PRODUCER: &str = concat!("Rapor ", env!("CARGO_PKG_VERSION"));

/// The description that claims conformance, with the schema that declares the claim to PDF/UA.
pub(super) fn description(folio: &Folio) -> String {
    let title = escape(&folio.title);
    let author = escape(&folio.author);
    let language = escape(&folio.language);
    let identifier = folio.identifier.as_ref().map_or_else(String::new, |identifier| {
        format!("\n<dc:identifier>{}</dc:identifier>", escape(identifier))
    });
    let date = format!("{}T00:00:00Z", folio.date);
    format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>{identifier}
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"#,
        bom = '\u{feff}',
    )
}

/// Text fit for XML: marks escaped, what XML cannot hold left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if character.is_control() => escaped.push(' '),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// Adds the colour space, the description and the claims, and takes away what says when or by chance a file was made.
pub(super) fn add(
    document: &mut Document,
    folio: &Folio,
    profile: Vec<u8>,
    digest: &[u8],
) -> lopdf::Result<()> {
    document.version = "1.7".into();
    let description = description(folio).into_bytes();
    let metadata = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let metadata = document.add_object(Stream::new(metadata, description).with_compression(false));
    let profile = document.add_object(packed(dictionary! { "N" => 3 }, profile));
    let moment = Object::string_literal(format!("D:{}000000Z", folio.date.strftime("%Y%m%d")));
    let info = document.trailer.get(b"Info").and_then(Object::as_reference)?;
    let about = dictionary! {
        "Title" => text_string(&folio.title),
        "Author" => text_string(&folio.author),
        "Producer" => Object::string_literal(PRODUCER),
        "CreationDate" => moment.clone(),
        "ModDate" => moment,
    };
    document.set_object(info, about);
    let id = Object::String(digest.to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);

    let catalog = document.catalog_mut()?;
    catalog.remove(b"PageLayout");
    catalog.set("PageMode", "UseNone");
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("Lang", text_string(&folio.language));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("Metadata", metadata);
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB"),
        "DestOutputProfile" => profile,
    };
    catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);
    Ok(())
}

/// A stream whose bytes are deflated already.
pub(super) fn packed(mut entries: lopdf::Dictionary, bytes: Vec<u8>) -> Stream {
    entries.set("Filter", "FlateDecode");
    Stream::new(entries, bytes).with_compression(false)
}

/// Adds the outline, nested as the headings are.
pub(super) fn add_outline(document: &mut Document, folio: &Folio, pages: &[ObjectId]) -> lopdf::Result<()> {
    let bookmarks: &[Bookmark] = &folio.bookmarks;
    if bookmarks.is_empty() {
        return Ok(());
    }
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = bookmarks.iter().map(|_| document.new_object_id()).collect();
    // The entry each one lies under: the nearest earlier one of a higher level.
    let above =
        |place: usize| (0..place).rev().find(|earlier| bookmarks[*earlier].level < bookmarks[place].level);
    let parents: Vec<Option<usize>> = (0..bookmarks.len()).map(above).collect();
    let children = |parent: Option<usize>| -> Vec<ObjectId> {
        ids.iter().zip(&parents).filter(|(_, own)| **own == parent).map(|(id, _)| *id).collect()
    };
    for (place, bookmark) in bookmarks.iter().enumerate() {
        let Some(page) = pages.get(bookmark.page) else { continue };
        let height = folio.sheets.get(bookmark.page).map_or(0.0, |sheet| sheet.size.1);
        let top = Object::Real((height - bookmark.y).round());
        let target = vec![Object::Reference(*page), "XYZ".into(), Object::Null, top, Object::Null];
        let mut entry = dictionary! {
            "Title" => text_string(&bookmark.title),
            "Parent" => parents[place].map_or(root, |parent| ids[parent]),
            "Dest" => target,
        };
        let siblings = children(parents[place]);
        let own = siblings.iter().position(|id| *id == ids[place]).unwrap_or(0);
        if let Some(previous) = own.checked_sub(1).and_then(|before| siblings.get(before)) {
            entry.set("Prev", *previous);
        }
        if let Some(next) = siblings.get(own + 1) {
            entry.set("Next", *next);
        }
        let below = children(Some(place));
        if let (Some(first), Some(last)) = (below.first(), below.last()) {
            entry.set("First", *first);
            entry.set("Last", *last);
            entry.set("Count", below.len() as i64);
        }
        document.set_object(ids[place], entry);
    }
    let top = children(None);
    let mut outline = dictionary! { "Type" => "Outlines", "Count" => bookmarks.len() as i64 };
    if let (Some(first), Some(last)) = (top.first(), top.last()) {
        outline.set("First", *first);
        outline.set("Last", *last);
    }
    document.set_object(root, outline);
    let catalog = document.catalog_mut()?;
    catalog.set("Outlines", root);
    catalog.set("PageMode", "UseOutlines");
    Ok(())
}
