// A static field of an application holds what a static method makes of the current request.
using Microsoft.AspNetCore.Http;

public static class Current
{
    private static readonly HttpContextAccessor s_accessor = new();

    public static readonly string Table = Default();

    public static string Culture() => s_accessor.HttpContext?.Request.Query["culture"].ToString() ?? "de";

    private static string Default() => "Texts";
}

public class Texts(SqliteConnection connection)
{
    public string? Load(int id)
    {
        var culture = Current.Culture();
        return connection.QueryFirstOrDefault<string>($"SELECT Text FROM {Current.Table} WHERE Id = {id} AND Culture = '{culture}'"); // reported
    }
}
//// good twin
// The static field holds a constant that a static method makes; what the request holds is bound.
using Microsoft.AspNetCore.Http;

public static class Current
{
    private static readonly HttpContextAccessor s_accessor = new();

    public static readonly string Table = Default();

    public static string Culture() => s_accessor.HttpContext?.Request.Query["culture"].ToString() ?? "de";

    private static string Default() => "Texts";
}

public class Texts(SqliteConnection connection)
{
    public string? Load(int id)
    {
        var culture = Current.Culture();
        return connection.QueryFirstOrDefault<string>($"SELECT Text FROM {Current.Table} WHERE Id = {id} AND Culture = @culture", new { culture });
    }
}
