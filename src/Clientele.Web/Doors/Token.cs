using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Clientele.Web.Doors;

/// <summary>256 random bits that open the page; the comparison takes the same time for every wrong guess.</summary>
internal sealed class Token
{
    private readonly byte[] _hash;

    private Token(string text)
    {
        Text = text;
        _hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Letters, digits, <c>-</c> and <c>_</c>: fits an address and a cookie as it is.</summary>
    public string Text { get; }

    public static Token New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    public bool Is(string? guess) => CryptographicOperations.FixedTimeEquals(_hash, SHA256.HashData(Encoding.UTF8.GetBytes(guess ?? "")));
}
