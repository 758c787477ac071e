namespace SecurityReview.Benchmarks.Generation.Parts;

/// <summary>What crosses the border of the application: requests, responses, filters, their mapping and their validation.</summary>
internal static class ContractPart
{
    public static string Contracts(Entity entity, Dice dice)
    {
        var shown = dice.Some(entity.Properties, 70);
        return new SourceText()
            .Add($"namespace {entity.Namespace};\n\npublic sealed record {entity.Name}Response(int Id, string Name, string Status, decimal Total{string.Concat(shown.Select(property => $", {property.Type} {property.Name}"))});\n")
            .Add($"public sealed class {entity.Name}Request\n{{\npublic string Name {{ get; set; }} = \"\";")
            .Add(entity.Properties.Select(property => $"public {property.Type} {property.Name} {{ get; set; }}{(property.Type == "string" ? " = \"\";" : "")}"))
            .Add($"}}\n\npublic sealed class {entity.Name}Filter\n{{\npublic string? Term {{ get; set; }}\npublic string? Sort {{ get; set; }}\npublic RecordStatus? Status {{ get; set; }}\npublic int Page {{ get; set; }}\npublic int Size {{ get; set; }} = 20;")
            .Add(entity.Properties.Select(property => $"public {property.Type}? {property.Name} {{ get; set; }}"))
            .Add($$"""
                }

                internal static class {{entity.Name}}Mapping
                {
                public static {{entity.Name}}Response ToResponse(this {{entity.Name}} item) =>
                new(item.Id, item.Name, item.Status.ToString(), item.Total{{string.Concat(shown.Select(property => $", item.{property.Name}"))}});

                public static IReadOnlyList<{{entity.Name}}Response> ToResponses(this IEnumerable<{{entity.Name}}> items) => items.Select(ToResponse).ToList();

                public static void Apply(this {{entity.Name}}Request request, {{entity.Name}} item)
                {
                item.Name = request.Name.Trim();
                """)
            .Add(entity.Properties.Select(property => $"item.{property.Name} = request.{property.Name}{(property.Type == "string" && dice.Percent(40) ? ".Trim()" : "")};"))
            .Add("}\n}")
            .ToString();
    }

    public static string Validator(Entity entity, Dice dice) => new SourceText()
        .Add($"namespace {entity.Namespace};\n\npublic interface I{entity.Name}Validator\n{{\nIReadOnlyList<string> Problems({entity.Name}Request request);\n}}\n")
        .Add($"internal sealed class {entity.Name}Validator(IClock clock) : I{entity.Name}Validator\n{{\npublic IReadOnlyList<string> Problems({entity.Name}Request request)\n{{\nvar problems = new List<string>();")
        .Add("if (string.IsNullOrWhiteSpace(request.Name))\nproblems.Add(\"The name is missing.\");")
        .Add(entity.Properties.Select(property => property.Type switch
        {
            "string" => $"if (request.{property.Name}.Length > {dice.Between(10, 400)})\nproblems.Add($\"The {property.Name.ToLowerInvariant()} has {{request.{property.Name}.Length}} characters; that is too long.\");",
            "int" => $"if (request.{property.Name} is < 0 or > {dice.Between(100, 9000)})\nproblems.Add(\"{property.Name} is out of range: \" + request.{property.Name});",
            "decimal" => $"if (request.{property.Name} < 0m)\nproblems.Add(nameof(request.{property.Name}) + \" is negative.\");",
            "DateTime" => $"if (request.{property.Name} < clock.Now.AddYears(-{dice.Between(1, 9)}))\nproblems.Add(string.Format(CultureInfo.InvariantCulture, \"{{0:d}} is too long ago.\", request.{property.Name}));",
            _ => $"if (request.{property.Name} && request.Quantity == 0)\nproblems.Add(\"{property.Name} needs a quantity.\");",
        }))
        .Add("return problems;\n}\n}")
        .ToString();
}
