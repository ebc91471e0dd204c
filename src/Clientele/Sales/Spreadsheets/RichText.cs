namespace Clientele.Sales.Spreadsheets;

/// <summary>The text of <c>si</c> and <c>is</c> elements: plain, or in runs with fonts; readings above the line are left out.</summary>
internal static class RichText
{
    /// <summary>Adds the text of the element just opened and ends behind its end tag.</summary>
    public static void Read(XmlScanner xml, ByteText target)
    {
        var depth = xml.Depth;
        while (true)
        {
            var kind = xml.Read();
            if (kind == XmlKind.Close)
            {
                if (xml.Depth < depth) return;
            }
            else if (kind == XmlKind.Open)
            {
                if (xml.Name.SequenceEqual("t"u8)) Plain(xml, target);
                else if (!(xml.Depth == depth + 1 && xml.Name.SequenceEqual("r"u8))) xml.Skip();
            }
        }
    }

    /// <summary>Adds the characters of the element just opened and ends behind its end tag.</summary>
    public static void Plain(XmlScanner xml, ByteText target)
    {
        if (xml.TryLeaf(out var whole))
        {
            XmlText.Append(target, whole, xml, cdata: false);
            return;
        }

        while (true)
        {
            switch (xml.Read())
            {
                case XmlKind.Text:
                    XmlText.Append(target, xml.Text, xml, xml.IsCData);
                    break;
                case XmlKind.Open:
                    xml.Skip();
                    break;
                default:
                    return;
            }
        }
    }
}
