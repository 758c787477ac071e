// An explicit conversion takes the text out of a wrapping class.
namespace Shop.Tokens;

public sealed class Token
{
    private readonly string _text;
    private readonly int _kind;

    private Token(string text, int kind) => (_text, _kind) = (text, kind);

    public static explicit operator Token(string text) => new(text, text.Length % 7);

    public static explicit operator string(Token token) => token._text;

    public static explicit operator int(Token token) => token._kind;
}

public class TokensController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("tokens")]
    public IActionResult Get(string token)
    {
        var parsed = (Token)token;
        var sql = "SELECT Id FROM Sessions WHERE Token = '" + (string)parsed + "'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The conversion that is used gives a number.
namespace Shop.Tokens;

public sealed class Token
{
    private readonly string _text;
    private readonly int _kind;

    private Token(string text, int kind) => (_text, _kind) = (text, kind);

    public static explicit operator Token(string text) => new(text, text.Length % 7);

    public static explicit operator string(Token token) => token._text;

    public static explicit operator int(Token token) => token._kind;
}

public class TokensController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("tokens")]
    public IActionResult Get(string token)
    {
        var parsed = (Token)token;
        var sql = "SELECT Id FROM Sessions WHERE Token = '" + (int)parsed + "'";
        return Ok(connection.Query<int>(sql));
    }
}
