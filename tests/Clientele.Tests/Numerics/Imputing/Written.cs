using System.Text.Json;
using Clientele.Numerics.Scaling;

namespace Clientele.Tests.Numerics.Imputing;

/// <summary>Fitted transforms as JSON, and back.</summary>
internal static class Written
{
    public static T AndRead<T>(T transform)
        where T : FittedTransform
    {
        using var document = JsonDocument.Parse(Bytes(transform));
        return Assert.IsType<T>(FittedTransforms.Read(document.RootElement));
    }

    public static byte[] Bytes(FittedTransform transform)
    {
        using var file = new MemoryStream();
        using (var json = new Utf8JsonWriter(file)) FittedTransforms.Write(transform, json);
        return file.ToArray();
    }
}
