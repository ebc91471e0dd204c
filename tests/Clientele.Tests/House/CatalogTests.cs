using System.Collections;
using System.Reflection;

namespace Clientele.Tests.House;

/// <summary>Whatever a person can pick by name stands in the catalog of its kind.</summary>
public sealed class CatalogTests
{
    private const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Type[] s_types =
        [.. ((string[])["Clientele.Numerics", "Clientele", "Clientele.Web", "Clientele.Cli"]).SelectMany(name => Assembly.Load(name).GetTypes())];

    [Fact]
    public void Every_choice_is_listed()
    {
        Assert.NotEmpty(Catalogs());
        var listed = Catalogs().SelectMany(catalog => catalog.Cast<object>()).ToHashSet(ReferenceEqualityComparer.Instance);
        var forgotten = Members(typeof(Choice<>)).Where(m => !listed.Contains(m.Value)).Select(m => m.Owner);
        Assert.True(!forgotten.Any(), $"Add a line to the catalog for: {string.Join(", ", forgotten)}");
    }

    [Fact]
    public void Names_are_typed_easily_and_once()
    {
        foreach (var catalog in Catalogs())
        {
            var names = catalog.Cast<object>().Select(choice => Text(choice, "Name")).ToArray();
            Assert.NotEmpty(names);
            Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.All(names, name => Assert.Matches("^[a-z0-9][a-z0-9_-]*$", name));
            Assert.All(catalog.Cast<object>(), choice => Assert.Matches("^.{8,}[.]$", Text(choice, "Summary")));
        }
    }

    [Fact]
    public void Knobs_hold_their_defaults()
    {
        var knobs = Catalogs().SelectMany(c => c.Cast<object>())
            .SelectMany(choice => (IReadOnlyList<Knob>)choice.GetType().GetProperty(nameof(Choice<object>.Knobs))!.GetValue(choice)!);
        Assert.All(knobs, knob => Assert.True(knob.Otherwise is { Length: > 8 } || (knob.Default >= knob.Least && knob.Default <= knob.Most), $"{knob}"));
    }

    private static IEnumerable<IEnumerable> Catalogs() => Members(typeof(Catalog<>)).Select(m => (IEnumerable)m.Value);

    private static string Text(object choice, string property) => (string)choice.GetType().GetProperty(property)!.GetValue(choice)!;

    /// <summary>Values of all static fields whose type is that generic; fields behind properties included.</summary>
    private static IEnumerable<(string Owner, object Value)> Members(Type generic) =>
        from type in s_types
        where !type.ContainsGenericParameters
        from field in type.GetFields(Statics)
        where field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == generic
        let value = field.GetValue(null)
        where value is not null
        select (type.FullName ?? type.Name, value);
}
