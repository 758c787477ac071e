using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Carriers;

/// <summary>Carriers that are an object or a value with members.</summary>
internal static class ObjectCarriers
{
    public static ImmutableArray<Carrier> All { get; } =
    [
        WithMembers("ObjectField", "Parcel", "Parcel", """
            internal sealed class Parcel
            {
                public string Label = "none";
                public string Note = "none";
            }
            """),
        WithMembers("AutoProperty", "Card", "Card", """
            internal sealed class Card
            {
                public string Label { get; set; } = "none";

                public string Note { get; set; } = "none";
            }
            """),
        WithMembers("PropertyWithBody", "Badge", "Badge", """
            internal sealed class Badge
            {
                private string _label = "none";

                public string Label
                {
                    get => _label;
                    set => _label = value.Trim();
                }

                public string Note { get; set; } = "none";
            }
            """),
        WithMembers("InterfaceProperty", "ITicket", "Ticket", """
            internal interface ITicket
            {
                string Label { get; set; }

                string Note { get; set; }
            }

            internal sealed class Ticket : ITicket
            {
                public string Label { get; set; } = "none";

                public string Note { get; set; } = "none";
            }
            """),
        WithMembers("BaseProperty", "Invoice", "Invoice", """
            internal abstract class Document
            {
                public string Label { get; set; } = "none";

                public string Note { get; set; } = "none";
            }

            internal sealed class Invoice : Document;
            """),
        WithMembers("Struct", "Point", "Point", """
            internal struct Point()
            {
                public string Label = "none";
                public string Note = "none";
            }
            """),
        WithMembers("NestedObject", "Crate", "Crate", """
            internal sealed class Content
            {
                public string Label { get; set; } = "none";

                public string Note { get; set; } = "none";
            }

            internal sealed class Crate
            {
                public Content Inner { get; } = new();
            }
            """, member: ".Inner"),
        new("GenericBox")
        {
            Type = "Box<string>",
            Types = """
                internal sealed class Box<T>(T item)
                {
                    public T Item { get; set; } = item;
                }
                """,
            Declare = holder => $"var {holder} = new Box<string>(\"none\");",
            Put = (holder, text) => $"{holder}.Item = {text};",
            Take = holder => $"{holder}.Item",
        },
        new("RecordWith")
        {
            Type = "Line",
            Types = "internal sealed record Line(string Label, string Note);",
            Declare = holder => $"var {holder} = new Line(\"none\", \"none\");",
            Put = (holder, text) => $"{holder} = {holder} with {{ Label = {text} }};",
            Take = holder => $"{holder}.Label",
            PutElsewhere = (holder, text) => $"{holder} = {holder} with {{ Note = {text} }};",
            TakeElsewhere = holder => $"{holder}.Note",
        },
        new("RecordPositional")
        {
            Type = "Folder",
            Types = "internal sealed record Folder(string Label, string Note);",
            Declare = holder => $"var {holder} = new Folder(\"none\", \"none\");",
            Put = (holder, text) => $"{holder} = new Folder({text}, {holder}.Note);",
            Take = holder => $"{holder} is (var {holder}Label, _) ? {holder}Label : \"none\"",
            PutElsewhere = (holder, text) => $"{holder} = new Folder({holder}.Label, {text});",
            TakeElsewhere = holder => $"{holder} is (_, var {holder}Note) ? {holder}Note : \"none\"",
        },
        new("Tuple")
        {
            Type = "(string Label, string Note)",
            Declare = holder => $"var {holder} = (Label: \"none\", Note: \"none\");",
            Put = (holder, text) => $"{holder}.Label = {text};",
            Take = holder => $"{holder}.Label",
            PutElsewhere = (holder, text) => $"{holder}.Note = {text};",
            TakeElsewhere = holder => $"{holder}.Note",
        },
        new("KeyValuePair")
        {
            Type = "KeyValuePair<string, string>",
            Declare = holder => $"var {holder} = KeyValuePair.Create(\"none\", \"none\");",
            Put = (holder, text) => $"{holder} = KeyValuePair.Create({text}, {holder}.Value);",
            Take = holder => $"{holder}.Key",
            PutElsewhere = (holder, text) => $"{holder} = KeyValuePair.Create({holder}.Key, {text});",
            TakeElsewhere = holder => $"{holder}.Value",
        },
        new("ExceptionMessage")
        {
            Type = "Exception",
            Declare = holder => $"var {holder} = new Exception(\"none\");",
            Put = (holder, text) => $"{holder} = new InvalidOperationException({text});",
            Take = holder => $"{holder}.Message",
        },
    ];

    /// <summary>A type with the members Label and Note, reached through <paramref name="member"/> of the carrier.</summary>
    private static Carrier WithMembers(string name, string type, string implementation, string types, string member = "") => new(name)
    {
        Type = type,
        Types = types,
        Declare = holder => $"{(type == implementation ? "var" : type)} {holder} = new {implementation}();",
        Put = (holder, text) => $"{holder}{member}.Label = {text};",
        Take = holder => $"{holder}{member}.Label",
        PutElsewhere = (holder, text) => $"{holder}{member}.Note = {text};",
        TakeElsewhere = holder => $"{holder}{member}.Note",
    };
}
