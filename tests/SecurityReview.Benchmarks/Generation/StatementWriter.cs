namespace SecurityReview.Benchmarks.Generation;

/// <summary>Writes random method bodies from all kinds of statements, nested a few levels deep.</summary>
internal sealed class StatementWriter(Dice dice, Entity entity)
{
    private static readonly string[] s_types = ["int", "decimal", "string", "bool", "DateTime"];

    private readonly ExpressionWriter _expressions = new(dice, entity);
    private int _names;

    /// <summary>Statements of about a number of lines; <c>item</c>, <c>items</c>, <c>now</c> and <c>logger</c> are in scope, <c>result</c> is a decimal.</summary>
    public string Body(int lines)
    {
        var text = new List<string>();
        while (text.Sum(part => part.Count(character => character == '\n') + 1) < lines)
            text.Add(Statement(depth: 2));
        return string.Join('\n', text);
    }

    private string Statement(int depth) => dice.Between(0, depth > 0 ? 11 : 4) switch
    {
        0 or 1 => Declaration(),
        2 => $"result += {_expressions.Of("decimal")};",
        3 => $"logger.LogDebug(\"{dice.Of("Checked", "Computed", "Updated")} {{Id}} with {{Value}}\", item.Id, {_expressions.Of(dice.Of(s_types), 1)});",
        4 => Assignment(),
        5 => $"if ({_expressions.Of("bool")})\n{{\n{Block(depth)}\n}}",
        6 => $"if ({_expressions.Of("bool")})\n{{\n{Block(depth)}\n}}\nelse\n{{\n{Block(depth)}\n}}",
        7 => ForEach(depth),
        8 => For(depth),
        9 => Switch(depth),
        10 => $"try\n{{\n{Block(depth)}\n}}\ncatch (FormatException exception)\n{{\nlogger.LogWarning(exception, \"Skipped {{Id}}\", item.Id);\n}}",
        _ => SwitchExpression(),
    };

    private string Declaration()
    {
        var type = dice.Of(s_types);
        var name = $"{type[..1].ToLowerInvariant()}{_names++}";
        var text = $"{(dice.Percent(50) ? "var" : type)} {name} = {_expressions.Of(type)};";
        _expressions.Declare(name, type);
        return text;
    }

    private string Assignment()
    {
        var locals = _expressions.Variables.Where(variable => s_types.Contains(variable.Type) && variable.Name != "now").ToList();
        if (locals.Count == 0)
            return Declaration();
        var (name, type) = dice.Of(locals);
        return $"{name} = {_expressions.Of(type)};";
    }

    private string Block(int depth)
    {
        var mark = _expressions.Variables.Count;
        var text = string.Join('\n', Enumerable.Range(0, dice.Between(1, 4)).Select(_ => Statement(depth - 1)));
        _expressions.EndScope(mark);
        return text;
    }

    private string ForEach(int depth)
    {
        var name = $"other{_names++}";
        var source = dice.Of(
            "items", $"items.Where(other => other.{dice.Of(entity.OfType("bool").ToList())})", $"items.OrderBy(other => other.{dice.Of(entity.OfType("int").ToList())}).Skip({dice.Between(1, 9)})");
        return $"foreach (var {name} in {source})\n{{\nresult += {name}.Price * {name}.Quantity;\n{Block(depth)}\n}}";
    }

    private string For(int depth)
    {
        var name = $"i{_names++}";
        return $"for (var {name} = 0; {name} < {dice.Between(2, 20)}; {name}++)\n{{\n{Block(depth)}\nif (result > {dice.Between(100, 900)}m)\nbreak;\n}}";
    }

    private string Switch(int depth)
    {
        var arms = Enumerable.Range(0, dice.Between(2, 4)).Select(i => $"case {i * 3}:\n{Block(depth)}\nbreak;");
        return $"switch (item.Quantity % 9)\n{{\n{string.Join('\n', arms)}\ndefault:\nresult -= 1m;\nbreak;\n}}";
    }

    private string SwitchExpression()
    {
        var name = $"s{_names++}";
        var text = $"var {name} = item.Status switch\n{{\nRecordStatus.Open => {_expressions.Of("string", 1)},\nRecordStatus.Closed when {_expressions.Of("bool", 1)} => {_expressions.Of("string", 1)},\n_ => {_expressions.Of("string", 1)},\n}};";
        _expressions.Declare(name, "string");
        return text;
    }
}
