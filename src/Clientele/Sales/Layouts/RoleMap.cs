using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Clientele.Sales.Layouts;

/// <summary>Column index per role in a plain array: nothing to compile at start-up.</summary>
internal sealed class RoleMap : IReadOnlyDictionary<Role, int>
{
    public const int Roles = (int)Role.Currency + 1;

    private readonly int[] _columns = new int[Roles];

    public RoleMap()
    {
        for (var role = 0; role < Roles; role++) _columns[role] = -1;
    }

    public int this[Role key]
    {
        get => _columns[(int)key] >= 0 ? _columns[(int)key] : throw new KeyNotFoundException($"No column plays the role {key}.");
        set => _columns[(int)key] = value;
    }

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var column in _columns) count += column >= 0 ? 1 : 0;
            return count;
        }
    }

    public IEnumerable<Role> Keys
    {
        get
        {
            for (var role = 0; role < Roles; role++)
            {
                if (_columns[role] >= 0) yield return (Role)role;
            }
        }
    }

    public IEnumerable<int> Values
    {
        get
        {
            foreach (var role in Keys) yield return _columns[(int)role];
        }
    }

    /// <summary>Column of a role, or -1.</summary>
    public int Column(Role role) => _columns[(int)role];

    public bool ContainsKey(Role key) => _columns[(int)key] >= 0;

    /// <summary>Whether any role is played by the column.</summary>
    public bool Uses(int column)
    {
        foreach (var used in _columns)
        {
            if (used == column) return true;
        }

        return false;
    }

    public bool TryGetValue(Role key, [MaybeNullWhen(false)] out int value)
    {
        value = _columns[(int)key];
        return value >= 0;
    }

    public IEnumerator<KeyValuePair<Role, int>> GetEnumerator()
    {
        foreach (var role in Keys) yield return new(role, _columns[(int)role]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
