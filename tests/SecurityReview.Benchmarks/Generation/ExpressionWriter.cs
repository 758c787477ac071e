namespace SecurityReview.Benchmarks.Generation;

/// <summary>Writes random, well-typed expressions over the variables at hand; they are meant to be bound, not to make sense.</summary>
internal sealed class ExpressionWriter(Dice dice, Entity entity)
{
    private readonly List<(string Name, string Type)> _variables = [("item", entity.Name), ("now", "DateTime")];

    public IReadOnlyList<(string Name, string Type)> Variables => _variables;

    public void Declare(string name, string type) => _variables.Add((name, type));

    /// <summary>Forgets what was declared after a mark: the end of a block.</summary>
    public void EndScope(int mark) => _variables.RemoveRange(mark, _variables.Count - mark);

    public string Of(string type, int depth = 2) => type switch
    {
        "int" => Number(depth),
        "decimal" => Amount(depth),
        "string" => Text(depth),
        "bool" => Condition(depth),
        _ => Date(depth),
    };

    private string Number(int depth)
    {
        if (depth <= 0)
            return dice.Percent(60) ? Reference("int") : dice.Between(1, 90).ToString();
        return dice.Between(0, 7) switch
        {
            0 => $"{Number(depth - 1)} + {Reference("int")}",
            1 => $"Math.Max({Number(depth - 1)}, {Number(depth - 1)})",
            2 => $"({Reference("int")} * {Number(0)}) % {dice.Between(7, 99)}",
            3 => $"{Reference("string")}.Length",
            4 => $"({Condition(depth - 1)} ? {Number(0)} : {Number(0)})",
            5 => $"({Date(0)} - {Reference("DateTime")}).Days",
            6 => $"items.Count(other => other.{Member("int")} > {Number(0)})",
            _ => $"(int)Math.Round({Amount(depth - 1)})",
        };
    }

    private string Amount(int depth)
    {
        if (depth <= 0)
            return dice.Percent(60) ? Reference("decimal") : $"{dice.Between(1, 90)}.{dice.Between(10, 99)}m";
        return dice.Between(0, 6) switch
        {
            0 => $"{Amount(depth - 1)} + {Reference("decimal")}",
            1 => $"{Reference("decimal")} * {Number(0)}",
            2 => $"Math.Round({Amount(depth - 1)}, 2)",
            3 => $"items.Sum(other => other.{Member("decimal")} * {Number(0)})",
            4 => $"({Condition(depth - 1)} ? {Amount(0)} : {Amount(0)})",
            5 => $"Rate({Number(0)}, {Amount(0)})",
            _ => $"({Amount(depth - 1)} - {Amount(0)}) / Math.Max(1m, {Reference("decimal")})",
        };
    }

    private string Text(int depth)
    {
        if (depth <= 0)
            return dice.Percent(70) ? Reference("string") : $"\"{dice.Of("open", "late", "none", "EUR", "n/a", "total")}\"";
        return dice.Between(0, 8) switch
        {
            0 => $"{Text(depth - 1)} + \" \" + {Reference("string")}",
            1 => $"$\"{{{Reference("string")}}}: {{{Reference("int")}}} of {{{Reference("decimal")}:0.00}}\"",
            2 => $"{Reference("string")}.Trim().ToUpperInvariant()",
            3 => $"string.Join(\", \", items.Select(other => other.{Member("string")}).Distinct().Take({dice.Between(2, 9)}))",
            4 => $"({Condition(depth - 1)} ? {Text(0)} : {Text(0)})",
            5 => $"{Reference("int")}.ToString(CultureInfo.InvariantCulture)",
            6 => $"string.Format(CultureInfo.InvariantCulture, \"{{0:d}} {{1}}\", {Reference("DateTime")}, {Text(0)})",
            7 => $"{Reference("string")}.Replace(\"{dice.Of("-", " ", "/")}\", \"\")",
            _ => $"{Reference("DateTime")}.ToString(\"yyyy-MM-dd\", CultureInfo.InvariantCulture)",
        };
    }

    private string Condition(int depth)
    {
        if (depth <= 0)
            return Reference("bool");
        return dice.Between(0, 7) switch
        {
            0 => $"{Number(0)} > {Number(depth - 1)}",
            1 => $"{Amount(0)} <= {Amount(depth - 1)}",
            2 => $"string.IsNullOrWhiteSpace({Reference("string")})",
            3 => $"!({Condition(depth - 1)})",
            4 => $"({Condition(depth - 1)} && {Condition(0)})",
            5 => $"({Condition(depth - 1)} || {Date(0)} < {Date(0)})",
            6 => $"items.Any(other => other.{Member("int")} == {Number(0)} && other.{Member("bool")})",
            _ => $"{Reference("string")}.StartsWith({Text(0)}, StringComparison.OrdinalIgnoreCase)",
        };
    }

    private string Date(int depth) => depth <= 0
        ? Reference("DateTime")
        : $"{Reference("DateTime")}.{dice.Of("AddDays", "AddHours", "AddMonths")}({Number(0)})";

    private string Member(string type) => dice.Of(entity.OfType(type).ToList());

    private string Reference(string type)
    {
        var names = _variables.Where(variable => variable.Type == type).Select(variable => variable.Name).ToList();
        return names.Count > 0 && dice.Percent(60) ? dice.Of(names) : "item." + Member(type);
    }
}
