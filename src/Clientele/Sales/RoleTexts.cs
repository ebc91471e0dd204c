using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Clientele.Sales;

/// <summary>A text per role in a plain array: nothing to compile at start-up.</summary>
public sealed class RoleTexts : IReadOnlyDictionary<Role, string>
{
    private readonly string?[] _texts = new string?[(int)Role.Currency + 1];

    public string this[Role key]
    {
        get => _texts[(int)key] ?? throw new KeyNotFoundException($"Nothing is said of the role {key}.");
        set => _texts[(int)key] = value;
    }

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var text in _texts) count += text is null ? 0 : 1;
            return count;
        }
    }

    public IEnumerable<Role> Keys
    {
        get
        {
            for (var role = 0; role < _texts.Length; role++)
            {
                if (_texts[role] is not null) yield return (Role)role;
            }
        }
    }

    public IEnumerable<string> Values
    {
        get
        {
            foreach (var role in Keys) yield return this[role];
        }
    }

    public bool ContainsKey(Role key) => _texts[(int)key] is not null;

    public bool TryGetValue(Role key, [MaybeNullWhen(false)] out string value)
    {
        value = _texts[(int)key];
        return value is not null;
    }

    public IEnumerator<KeyValuePair<Role, string>> GetEnumerator()
    {
        foreach (var role in Keys) yield return new(role, this[role]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
