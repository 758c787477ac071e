// The session keeps a text from one request to the next.
using Microsoft.AspNetCore.Http;

namespace Shop.Sessions;

public class BasketController(SqliteConnection connection) : Controller
{
    [HttpGet("basket/{coupon}")]
    public IActionResult Open(string coupon)
    {
        TempData["coupon"] = coupon;
        TempData.Keep("coupon");
        var kept = TempData["coupon"] as string;
        return Ok(connection.Query<int>("SELECT Id FROM Coupons WHERE Code = '" + kept + "'")); // reported
    }
}
//// good twin
// The session keeps a number.
using Microsoft.AspNetCore.Http;

namespace Shop.Sessions;

public class BasketController(SqliteConnection connection) : Controller
{
    [HttpGet("basket/{coupon}")]
    public IActionResult Open(string coupon)
    {
        TempData["coupon"] = "C" + coupon.Length;
        TempData.Keep("coupon");
        var kept = TempData["coupon"] as string;
        return Ok(connection.Query<int>("SELECT Id FROM Coupons WHERE Code = '" + kept + "'"));
    }
}
